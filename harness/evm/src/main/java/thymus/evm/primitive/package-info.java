/** The 256-bit numbers of the EVM and the hash over bytes that it is built on. Nothing here knows of accounts or code. */
package thymus.evm.primitive;
