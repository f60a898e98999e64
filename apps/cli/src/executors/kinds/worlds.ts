export { worldsJob as job } from '@asylia/lab';
