import type { RequestGroup } from './group.ts';

/** Findings, for clients that ask for them. */
export const diagnosticRequests: RequestGroup = {
  capabilities: ({ pull }) =>
    pull ? { diagnosticProvider: { identifier: 'huashu', interFileDependencies: true, workspaceDiagnostics: true } } : {},
  listen({ connection, answer }) {
    connection.languages.diagnostics.on(answer('textDocument/diagnostic', (server, params) => server.pull(params)));
    connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
      answer('workspace/diagnostic', (server) => server.pullWorkspace(params, token, progress))(params, token),
    );
  },
};
