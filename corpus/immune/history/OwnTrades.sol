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

    function gain(address who) public view virtual returns (uint256) {
        return price > entry[who] ? position[who] * (price - entry[who]) / 1e18 : 0;
    }

    function take(uint128 amount) external {
        taken[msg.sender] += amount;
        require(taken[msg.sender] <= gain(msg.sender), "not gained");
        cash -= amount;
    }
}

/// The same with a haircut: gains that are not settled count up to 10.
contract Guarded is Broken {
    function gain(address who) public view override returns (uint256) {
        uint256 whole = super.gain(who);
        return whole < 10e18 ? whole : 10e18;
    }
}
