/** Transactions and the chain they run on. */
package thymus.harness.chain;
