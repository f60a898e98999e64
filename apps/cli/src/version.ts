export { version } from '@asylia/engine';
