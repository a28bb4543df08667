/** The built-in packs, compiled when the bundle is made. */
declare module 'huashu:packs' {
  const packs: import('./engine/pack.ts').CompiledPacks;
  export default packs;
}

/** Gives the documents of the rules (Markdown), by rule id, which were read when the bundle was made. */
declare module 'huashu:docs' {
  const docs: () => Readonly<Record<string, string>>;
  export default docs;
}

/** Snippets and the situations they begin, read when the bundle is made. */
declare module 'huashu:snippets' {
  const source: import('./manual/snippets.ts').SnippetSource;
  export default source;
}
