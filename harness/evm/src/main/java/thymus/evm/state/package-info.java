/**
 * Accounts, and a journal that can undo every change to them.
 *
 * <p>May import of Thymus: {@code evm.code}, {@code evm.primitive}.
 */
package thymus.evm.state;
