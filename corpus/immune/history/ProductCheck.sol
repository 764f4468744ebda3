// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool that checks the product of its reserves, with a fee in ten thousandths on one side of the comparison and
/// thousandths on the other. Coins are counted, not held, to keep it short.
contract Broken {
    uint256 public a = 1_000e18;
    uint256 public b = 1_000e18;

    function swap(uint112 inA, uint112 inB, uint112 outA, uint112 outB) public virtual {
        uint256 newA = a + inA - outA;
        uint256 newB = b + inB - outB;
        require(newA < 2 ** 112 && newB < 2 ** 112, "too much");
        require((newA * 10_000 - uint256(inA) * 16) * (newB * 10_000 - uint256(inB) * 16) >= a * b * 1_000 ** 2, "product");
        (a, b) = (newA, newB);
    }
}

/// The same, with a sentinel: a call after which the product is less than before is undone.
contract Guarded is Broken {
    function swap(uint112 inA, uint112 inB, uint112 outA, uint112 outB) public override {
        uint256 product = a * b;
        super.swap(inA, inB, outA, outB);
        require(a * b >= product, "less than before");
    }
}
