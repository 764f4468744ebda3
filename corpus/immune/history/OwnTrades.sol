// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A market for a future, at whatever price two accounts agree on. What a position has gained at the last price counts as
/// money that can be taken out.
contract Broken {
    uint256 public price = 1e18;
    uint256 public cash = 1_000e18;
    mapping(address => uint256) public position;
    mapping(address => uint256) public entry;
    mapping(address => uint256) public taken;

    function trade(uint128 size, uint128 price_) external {
        require(size > 0 && price_ > 0 && position[msg.sender] == 0, "no trade");
        price = price_;
        position[msg.sender] = size;
        entry[msg.sender] = price_;
    }

    function gain(address who) public view returns (uint256) {
        return price > entry[who] ? position[who] * (price - entry[who]) / 1e18 : 0;
    }

    function take(uint128 amount) public virtual {
        taken[msg.sender] += amount;
        require(taken[msg.sender] <= gain(msg.sender), "not gained");
        cash -= amount;
    }
}

/// The same with a haircut: all gains that are not settled count up to a tenth of the cash.
contract Guarded is Broken {
    function take(uint128 amount) public override {
        super.take(amount);
        require(cash >= 900e18, "settle first");
    }
}
