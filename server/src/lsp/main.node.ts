import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.ts';
import { serve } from './server.ts';

declare const HUASHU_VERSION: string;

// The transport is named by the arguments of the process: --stdio, --node-ipc, --socket=PORT, --pipe=NAME.
const connection = createConnection();
serve(connection, nodeHost(__filename), HUASHU_VERSION);
connection.listen();
