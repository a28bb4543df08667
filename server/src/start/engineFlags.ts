/**
 * The flags of the engine that our code is compiled and run under. Expressions become machine code when they first run: the engine would make
 * bytecode first, which takes it four times as long for ours and pays for few.
 */
export const ENGINE_FLAGS = '--no-regexp-tier-up';
