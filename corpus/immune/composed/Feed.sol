// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFeed} from "../oracle-guard/OracleGuard.sol";

/// A feed whose reporter may report anything at any time, as a feed does that has been taken over.
contract Feed is IFeed {
    address public immutable reporter;
    uint128 public price;
    uint64 public time;

    constructor(uint128 price_) {
        reporter = msg.sender;
        (price, time) = (price_, uint64(block.timestamp));
    }

    function report(uint128 price_) external {
        require(msg.sender == reporter);
        (price, time) = (price_, uint64(block.timestamp));
    }

    function latest() external view returns (uint128, uint64) {
        return (price, time);
    }
}
