// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A pool that counts what it has paid only afterwards: whom it pays sees a total that is not there.
contract Broken {
    mapping(address => uint256) public shares;
    uint256 public total;

    function put() external payable {
        shares[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 amount) external {
        shares[msg.sender] -= amount;
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "refused");
        total -= amount;
    }
}
