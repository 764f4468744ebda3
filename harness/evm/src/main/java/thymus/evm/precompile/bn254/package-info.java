/**
 * The curve alt_bn128 of EIP-196 and EIP-197 and its pairing. From the ground up: {@link thymus.evm.precompile.bn254.Fp}
 * and the tower {@link thymus.evm.precompile.bn254.Fp2}, {@link thymus.evm.precompile.bn254.Fp6},
 * {@link thymus.evm.precompile.bn254.Fp12} over it; points; {@link thymus.evm.precompile.bn254.Pairing}. Nothing here
 * is secret, so nothing runs in constant time.
 *
 * <p>May import of Thymus: {@code evm.precompile.field}, {@code evm.primitive}.
 */
package thymus.evm.precompile.bn254;
