// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Lends ten times what somebody has. Who gives away what they have is not asked whether their debt stays covered.
contract Broken {
    mapping(address => uint256) public assets;
    mapping(address => uint256) public debt;
    uint256 public reserves;

    function healthy(address who) public view returns (bool) {
        return debt[who] * 11 <= assets[who] * 10;
    }

    function deposit(uint128 amount) external {
        assets[msg.sender] += amount;
    }

    function lever(uint128 amount) external {
        assets[msg.sender] += amount;
        debt[msg.sender] += amount;
        require(healthy(msg.sender), "unhealthy");
    }

    function withdraw(uint128 amount) external {
        assets[msg.sender] -= amount;
        require(healthy(msg.sender), "unhealthy");
    }

    function donate(uint128 amount) public virtual {
        assets[msg.sender] -= amount;
        reserves += amount;
    }
}

/// The same with a sentinel at the end of the call.
contract Guarded is Broken {
    function donate(uint128 amount) public override {
        super.donate(amount);
        require(healthy(msg.sender), "unhealthy");
    }
}
