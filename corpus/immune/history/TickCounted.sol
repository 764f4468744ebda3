// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool with liquidity everywhere and some more below a boundary. A trade that ends at the boundary does not take that
/// out, and one that comes back from there adds it again.
contract Broken {
    uint256 public constant EVERYWHERE = 1_000e18;
    uint256 public constant BELOW = 500e18;
    uint256 public constant BOUNDARY = 2e18;
    uint256 public price = 1e18;
    uint256 public liquidity = EVERYWHERE + BELOW;

    function trade(uint128 to) public virtual {
        require(to > 0, "no price");
        if (price < BOUNDARY && to > BOUNDARY) liquidity -= BELOW;
        if (price >= BOUNDARY && to < BOUNDARY) liquidity += BELOW;
        price = to;
    }
}

/// The same, with a sentinel: a trade after which there is more liquidity than there are positions is undone.
contract Guarded is Broken {
    function trade(uint128 to) public override {
        super.trade(to);
        require(liquidity <= EVERYWHERE + BELOW, "more than there is");
    }
}
