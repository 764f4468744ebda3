/**
 * The curve BLS12-381 (EIP-2537). {@link thymus.evm.precompile.bls12381.Group} wraps the native library blst, which is
 * loaded on first use. {@link thymus.evm.precompile.bls12381.MapToCurve} adds what its Java interface lacks.
 *
 * <p>May import of Thymus: {@code evm.precompile.field}.
 */
package thymus.evm.precompile.bls12381;
