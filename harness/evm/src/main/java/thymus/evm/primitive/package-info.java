/**
 * The 256-bit numbers of the EVM, addresses, and the hash functions beneath both. This package imports nothing else of
 * Thymus.
 */
package thymus.evm.primitive;
