import type { Node } from 'jsonc-parser';

/** The strings that a pointer leads to (RFC 6901, `*` being any key or index), in order. */
export function stringsAt(root: Node, pointer: string): Node[] {
  const steps = pointer
    .replace(/^\//u, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let nodes = pointer === '' || pointer === '/' ? [root] : [root].flatMap((node) => stepsFrom(node, steps[0]!));
  if (pointer !== '' && pointer !== '/') for (const step of steps.slice(1)) nodes = nodes.flatMap((node) => stepsFrom(node, step));
  return nodes.filter((node) => node.type === 'string');
}

function stepsFrom(node: Node, step: string): Node[] {
  const children = node.children ?? [];
  if (node.type === 'array') return step === '*' ? children : children.filter((_, index) => String(index) === step);
  if (node.type !== 'object') return [];
  return children.flatMap(({ children: pair }) => (pair?.[1] && (step === '*' || pair[0]!.value === step) ? [pair[1]] : []));
}
