export { threatJob as job } from '@asylia/lab';
