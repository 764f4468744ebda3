/**
 * Accounts, and a journal that can take every change of them back.
 *
 * <p>May import of Thymus: {@code evm.code}, {@code evm.primitive}.
 */
package thymus.evm.state;
