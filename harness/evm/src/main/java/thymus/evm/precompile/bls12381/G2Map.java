package thymus.evm.precompile.bls12381;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The map from {@link Fp2} to the curve of G2, over an isogeny of degree 3 (RFC 9380, section 8.8.2 and appendix E.3).
 * Real and imaginary parts have separate lines.
 */
final class G2Map {
    private static final String X_NUMERATOR = """
            5c759507e8e333ebb5b7a9a47d7ed8532c52d39fd3a042a88b58423c50ae15d5c2638e343d9c71c6238aaaaaaaa97d6
            5c759507e8e333ebb5b7a9a47d7ed8532c52d39fd3a042a88b58423c50ae15d5c2638e343d9c71c6238aaaaaaaa97d6
            0
            11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71a
            11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71e
            8ab05f8bdd54cde190937e76bc3e447cc27c3d6fbd7063fcd104635a790520c0a395554e5c6aaaa9354ffffffffe38d
            171d6541fa38ccfaed6dea691f5fb614cb14b4e7f4e810aa22d6108f142b85757098e38d0f671c7188e2aaaaaaaa5ed1
            0
            """;
    private static final String X_DENOMINATOR = """
            0
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa63
            c
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa9f
            1
            0
            """;
    private static final String Y_NUMERATOR = """
            1530477c7ab4113b59a4c18b076d11930f7da5d4a07f649bf54439d87d27e500fc8c25ebf8c92f6812cfc71c71c6d706
            1530477c7ab4113b59a4c18b076d11930f7da5d4a07f649bf54439d87d27e500fc8c25ebf8c92f6812cfc71c71c6d706
            0
            5c759507e8e333ebb5b7a9a47d7ed8532c52d39fd3a042a88b58423c50ae15d5c2638e343d9c71c6238aaaaaaaa97be
            11560bf17baa99bc32126fced787c88f984f87adf7ae0c7f9a208c6b4f20a4181472aaa9cb8d555526a9ffffffffc71c
            8ab05f8bdd54cde190937e76bc3e447cc27c3d6fbd7063fcd104635a790520c0a395554e5c6aaaa9354ffffffffe38f
            124c9ad43b6cf79bfbf7043de3811ad0761b0f37a1e26286b0e977c69aa274524e79097a56dc4bd9e1b371c71c718b10
            0
            """;
    private static final String Y_DENOMINATOR = """
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa8fb
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa8fb
            0
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffa9d3
            12
            1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaa99
            1
            0
            """;

    static final MapToCurve<Fp2> MAP = new MapToCurve<>(
            number(0, 240),
            number(1012, 1012),
            number(-2, -1),
            number(1, 0),
            new MapToCurve.Isogeny<>(
                    numbers(X_NUMERATOR), numbers(X_DENOMINATOR), numbers(Y_NUMERATOR), numbers(Y_DENOMINATOR)));

    private G2Map() {}

    private static Fp2 number(long a, long b) {
        return new Fp2(Fp.of(BigInteger.valueOf(a)), Fp.of(BigInteger.valueOf(b)));
    }

    private static List<Fp2> numbers(String lines) {
        List<Fp> parts = G1Map.numbers(lines);
        List<Fp2> numbers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            numbers.add(new Fp2(parts.get(i), parts.get(i + 1)));
        }
        return numbers;
    }
}
