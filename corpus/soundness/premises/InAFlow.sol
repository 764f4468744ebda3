// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract InAFlow {
    uint256 public total;

    event Sent(uint256 x);

    function send(uint256 x) external {
        require(x <= 100);
        total += x;
        emit Sent(x);
    }
}
