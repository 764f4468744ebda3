// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Bucket} from "./Bucket.sol";

/// Pays rewards by an index. Who comes before the index has moved is not given the initial one, and claims from zero on.
contract Broken {
    uint256 public constant INITIAL = 1e18;
    uint256 public index = INITIAL;
    mapping(address => uint256) public supplied;
    mapping(address => uint256) public indexOf;

    event Paid(address to, uint256 amount);

    function advance(uint64 by) external {
        require(by <= 1e12, "too fast");
        index += by;
    }

    function supply(uint128 amount) external {
        supplied[msg.sender] += amount;
    }

    function claim() external {
        uint256 since = indexOf[msg.sender];
        if (since == 0 && index > INITIAL) since = INITIAL;
        indexOf[msg.sender] = index;
        pay(supplied[msg.sender] * (index - since) / 1e18);
    }

    function pay(uint256 amount) internal virtual {
        emit Paid(msg.sender, amount);
    }
}

/// The same, out of a reservoir that gives so much a day.
contract Guarded is Broken, Bucket {
    constructor(uint256 most_) Bucket(most_) {}

    function pay(uint256 amount) internal override {
        spend(amount);
        emit Paid(msg.sender, amount);
    }
}
