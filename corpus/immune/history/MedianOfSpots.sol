// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// The median of three prices. Two of them are those of the moment, in pools that anybody can trade in.
contract Feed {
    uint256 public constant SLOW = 1e18;
    uint256 public one = 1e18;
    uint256 public other = 1e18;

    function tradeOne(uint64 price) external {
        one = price;
    }

    function tradeOther(uint64 price) external {
        other = price;
    }

    function median() external view returns (uint256) {
        (uint256 low, uint256 high) = one < other ? (one, other) : (other, one);
        return SLOW < low ? low : SLOW > high ? high : SLOW;
    }
}

/// Lends against coins at the median.
contract Broken {
    Feed public immutable feed;
    mapping(address => uint256) public collateral;
    mapping(address => uint256) public debt;

    constructor(Feed feed_) {
        feed = feed_;
    }

    function price() public view virtual returns (uint256) {
        return feed.median();
    }

    function post(uint128 amount) external {
        collateral[msg.sender] += amount;
    }

    function borrow(uint128 amount) external {
        debt[msg.sender] += amount;
        require(debt[msg.sender] * 1e18 <= collateral[msg.sender] * price(), "unsafe");
    }
}

/// The same with a guard: a median that is more than a hundredth from the slow price counts for nothing.
contract Guarded is Broken {
    constructor(Feed feed_) Broken(feed_) {}

    function price() public view override returns (uint256) {
        uint256 median = feed.median();
        require(median * 100 <= feed.SLOW() * 101 && median * 100 >= feed.SLOW() * 99, "too far");
        return median;
    }
}
