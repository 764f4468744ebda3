// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool that has counted what it pays before it pays.
contract Kept {
    mapping(address => uint256) public shares;
    uint256 public total;

    function put() external payable {
        shares[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 amount) external {
        shares[msg.sender] -= amount;
        total -= amount;
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
    }
}
