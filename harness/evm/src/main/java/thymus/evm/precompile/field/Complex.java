package thymus.evm.precompile.field;

/**
 * A number {@code a + bi} with i² = −1, over a field in which −1 has no root. Each curve implements its own
 * product. A product that the JVM compiles for two curves makes pairings 4 % slower.
 *
 * @param <F> the field
 * @param <C> the numbers
 */
public interface Complex<F extends Field<F>, C extends Complex<F, C>> extends Field<C> {
    F a();

    F b();

    /** {@code a + bi}. */
    C of(F a, F b);

    @Override
    default C add(C y) {
        return of(a().add(y.a()), b().add(y.b()));
    }

    @Override
    default C subtract(C y) {
        return of(a().subtract(y.a()), b().subtract(y.b()));
    }

    @Override
    default C negate() {
        return of(a().negate(), b().negate());
    }

    @Override
    default C square() {
        return of(a().add(b()).multiply(a().subtract(b())), a().multiply(b()).twice());
    }

    /** {@code a − bi}. */
    default C conjugate() {
        return of(a(), b().negate());
    }

    @Override
    default C inverse() {
        F scale = norm().inverse();
        return of(a().multiply(scale), b().multiply(scale).negate());
    }

    /** The product with the conjugate: a² + b². */
    default F norm() {
        return a().square().add(b().square());
    }

    @Override
    default boolean isZero() {
        return a().isZero() && b().isZero();
    }
}
