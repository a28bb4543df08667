/** How often a property is tried: a small fixed number, or that times HUASHU_FUZZ when it is set. */
export function runs(usual: number): number {
  const times = Number(process.env['HUASHU_FUZZ'] ?? 1);
  return Math.max(1, Math.round(usual * (times > 0 ? times : 1)));
}
