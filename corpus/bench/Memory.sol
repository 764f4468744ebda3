// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Works in memory: sorts words, multiplies matrices, reads and writes single bytes, hashes what is there. Arrays are
/// Solidity's own, so every access checks its bounds.
contract Memory {
    /// Sorts n words, multiplies matrices of about as many elements, and walks over the bytes of the result.
    /// @return digest depends on every element
    function run(uint256 n) external pure returns (uint256 digest) {
        uint256[] memory words = filled(n);
        sort(words);
        for (uint256 i = 1; i < n; i++) require(words[i - 1] <= words[i], "not sorted");
        bytes memory text = abi.encodePacked(multiplied(words, side(n)));
        reverse(text);
        return fnv(text) ^ uint256(keccak256(text)) ^ uint256(keccak256(abi.encode(words)));
    }

    function filled(uint256 n) internal pure returns (uint256[] memory words) {
        words = new uint256[](n);
        uint256 x = 88172645463325252;
        for (uint256 i = 0; i < n; i++) {
            x ^= (x << 13) & type(uint64).max;
            x ^= x >> 7;
            x ^= (x << 17) & type(uint64).max;
            words[i] = x;
        }
    }

    /// Heapsort: its accesses jump, and it needs no recursion.
    function sort(uint256[] memory words) internal pure {
        uint256 n = words.length;
        for (uint256 i = n / 2; i > 0; i--) sink(words, i - 1, n);
        for (uint256 end = n; end > 1; end--) {
            (words[0], words[end - 1]) = (words[end - 1], words[0]);
            sink(words, 0, end - 1);
        }
    }

    function sink(uint256[] memory words, uint256 at, uint256 end) internal pure {
        uint256 sinking = words[at];
        for (uint256 child = 2 * at + 1; child < end; child = 2 * at + 1) {
            if (child + 1 < end && words[child + 1] > words[child]) child++;
            if (words[child] <= sinking) break;
            words[at] = words[child];
            at = child;
        }
        words[at] = sinking;
    }

    /// The largest k with k * k <= n.
    function side(uint256 n) internal pure returns (uint256 k) {
        while ((k + 1) * (k + 1) <= n) k++;
    }

    /// The square of the k by k matrix that the words spell, modulo 2^256.
    function multiplied(uint256[] memory m, uint256 k) internal pure returns (uint256[] memory product) {
        product = new uint256[](k * k);
        for (uint256 row = 0; row < k; row++) {
            for (uint256 column = 0; column < k; column++) {
                uint256 s = 0;
                for (uint256 i = 0; i < k; i++) {
                    unchecked {
                        s += m[row * k + i] * m[i * k + column];
                    }
                }
                product[row * k + column] = s;
            }
        }
    }

    function reverse(bytes memory text) internal pure {
        for (uint256 i = 0; i < text.length / 2; i++) {
            (text[i], text[text.length - 1 - i]) = (text[text.length - 1 - i], text[i]);
        }
    }

    /// The 64-bit hash of Fowler, Noll and Vo, variant 1a: one multiplication a byte.
    function fnv(bytes memory text) internal pure returns (uint256 hash) {
        hash = 0xcbf29ce484222325;
        for (uint256 i = 0; i < text.length; i++) {
            unchecked {
                hash = ((hash ^ uint8(text[i])) * 0x100000001b3) & type(uint64).max;
            }
        }
    }
}
