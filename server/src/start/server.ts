import { launch } from './launch.ts';

void launch().runServer();
