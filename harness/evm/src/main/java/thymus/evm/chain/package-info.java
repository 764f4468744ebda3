/** Transactions and the chain they run on. */
package thymus.evm.chain;
