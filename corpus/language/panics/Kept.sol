// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Kept {
    uint256 public total;
    uint256 public rate = 1;
    uint256 public last;
    mapping(address => uint256) public shares;

    function pay(uint256 amount) external {
        require(amount <= 1000 && total <= 1e30);
        total += amount;
        shares[msg.sender] += amount;
    }

    function draw(uint256 amount) external {
        require(amount <= shares[msg.sender]);
        shares[msg.sender] -= amount;
        total -= amount;
    }

    function setRate(uint256 to) external {
        require(to != 0);
        rate = to;
    }

    function convert(uint256 amount) external {
        last = amount / rate;
        assert(last <= amount);
    }

    function pick(uint256 at) external {
        require(at < 3, "no such element");
        uint256[3] memory all = [total, rate, last];
        last = all[at];
    }

    function twice(uint256 amount) external view returns (uint256) {
        return rate * amount;
    }
}
