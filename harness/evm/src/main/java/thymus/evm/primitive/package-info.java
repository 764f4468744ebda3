/**
 * The 256-bit numbers of the EVM, addresses, and the hash over bytes that both are built on. This package imports nothing
 * else of Thymus.
 */
package thymus.evm.primitive;
