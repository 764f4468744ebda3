/** Accounts, and a journal that can take every change of them back. */
package thymus.evm.state;
