// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool that checks the product of its reserves, with a fee in ten thousandths on one side of the comparison and
/// thousandths on the other. Coins are counted, not held, to keep it short.
contract Broken {
    uint256 public a = 1_000e18;
    uint256 public b = 1_000e18;

    function swap(uint112 inA, uint112 inB, uint112 outA, uint112 outB) external virtual {
        uint256 newA = a + inA - outA;
        uint256 newB = b + inB - outB;
        require(newA < 2 ** 112 && newB < 2 ** 112, "too much");
        require((newA * 10_000 - uint256(inA) * 16) * (newB * 10_000 - uint256(inB) * 16) >= a * b * 1_000 ** 2, "product");
        (a, b) = (newA, newB);
    }
}

/// The same, and no trade takes more than a hundredth of what there is, nor more than a tenth in a day.
contract Guarded is Broken {
    uint256 public day;
    uint256 public startA;
    uint256 public startB;

    constructor() {
        roll();
    }

    function roll() private {
        if (block.timestamp / 1 days != day) {
            (day, startA, startB) = (block.timestamp / 1 days, a, b);
        }
    }

    function swap(uint112 inA, uint112 inB, uint112 outA, uint112 outB) external override {
        roll();
        uint256 newA = a + inA - outA;
        uint256 newB = b + inB - outB;
        require(newA < 2 ** 112 && newB < 2 ** 112, "too much");
        require((newA * 10_000 - uint256(inA) * 16) * (newB * 10_000 - uint256(inB) * 16) >= a * b * 1_000 ** 2, "product");
        require(newA * 10 >= startA * 9 && newB * 10 >= startB * 9, "too much today");
        (a, b) = (newA, newB);
    }
}
