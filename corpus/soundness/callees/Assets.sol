// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Asset {
    mapping(address => uint256) public balanceOf;

    function mint(uint256 x) external {
        balanceOf[msg.sender] += x;
    }

    function give(address to, uint256 x) external {
        balanceOf[tx.origin] -= x;
        balanceOf[to] += x;
    }
}

/// A vault whose shares are worth what it holds of an asset.
contract Yield {
    Asset immutable asset;
    mapping(address => uint256) public balanceOf;

    constructor(Asset asset_) {
        asset = asset_;
    }

    function totalAssets() external view returns (uint256) {
        return asset.balanceOf(address(this));
    }
}

contract Holder {
    Asset immutable asset;
    Yield immutable yield;
    uint256 public differs;
    uint256 public donated;
    uint256 public own;

    constructor(Asset asset_, Yield yield_) {
        asset = asset_;
        yield = yield_;
    }

    function lookTwice() external {
        if (yield.totalAssets() != yield.totalAssets()) differs = 1;
    }

    function sharesStay(uint256 x) external {
        uint256 shares = yield.balanceOf(address(this));
        asset.give(address(yield), x);
        if (yield.balanceOf(address(this)) != shares) own = 1;
    }

    function donate(uint256 x) external {
        uint256 assets = yield.totalAssets();
        asset.give(address(yield), x);
        if (yield.totalAssets() != assets) donated = 1;
    }
}
