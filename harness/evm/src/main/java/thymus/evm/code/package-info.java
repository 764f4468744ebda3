/**
 * The code of an account: its bytes, hash, jump destinations and delegation. The package does not know what
 * instructions do.
 *
 * <p>May import of Thymus: {@code evm.primitive}.
 */
package thymus.evm.code;
