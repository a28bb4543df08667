import { launch } from './launch.ts';

void launch().runThread();
