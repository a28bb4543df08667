import { main } from './main.ts';
import { nodeWorld } from './nodeWorld.ts';

void main(nodeWorld()).then((code) => {
  process.exitCode = code;
});
