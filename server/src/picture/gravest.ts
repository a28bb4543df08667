import type { FlowBox } from '../viewProtocol.ts';

/** The gravest severity found in a scene, as a class of boxes. */
export function gravest({ counts }: FlowBox): 'error' | 'warning' | 'info' | 'clean' {
  if (counts.error > 0) return 'error';
  if (counts.warning > 0) return 'warning';
  return counts.info + counts.hint > 0 ? 'info' : 'clean';
}
