// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface IFeed {
    function decimals() external view returns (uint8);

    function latestRoundData() external view returns (uint80, int256 answer, uint256, uint256 updatedAt, uint80);
}

/// What setup deploys says the same forever.
contract SteadyFeed is IFeed {
    function decimals() external pure returns (uint8) {
        return 8;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, 2_000e8, block.timestamp, block.timestamp, 1);
    }
}

/// Lends against what the feed says. The careful one lends no more than a fixed share of what was posted.
contract FeedLender {
    IFeed public immutable feed;
    bool private immutable careful;
    uint256 public posted;
    uint256 public owed;

    constructor(IFeed f, bool c) {
        feed = f;
        careful = c;
    }

    function post(uint256 amount) external {
        require(amount <= 1e24, "too much");
        posted += amount;
    }

    function borrow(uint256 amount) external {
        (, int256 answer,, uint256 updatedAt,) = feed.latestRoundData();
        require(answer > 0 && feed.decimals() == 8 && updatedAt + 1 hours >= block.timestamp, "stale");
        uint256 price = careful ? 1e8 : uint256(answer);
        owed += amount;
        require(owed <= posted * price / 1e8 / 2, "not backed");
    }
}
