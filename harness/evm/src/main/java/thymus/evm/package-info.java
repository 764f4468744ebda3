/**
 * The local EVM fork: bytecode runs here, on a journaled world, and a specification's system is deployed, driven step by
 * step, read by the names of its variables, and replayed.
 *
 * <p>Everything concrete is here; nothing in this module knows a solver or how sequences are found.
 */
package thymus.evm;
