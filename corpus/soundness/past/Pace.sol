// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Slow {
    uint256 public haircut;
    uint256 public setAt;

    function set(uint256 next) external {
        require(block.timestamp >= setAt + 3 days);
        require(next <= haircut + 5 && next + 5 >= haircut);
        haircut = next;
        setAt = block.timestamp;
    }
}

contract SlowTwin {
    uint256 public haircut;
    uint256 public setAt;

    function set(uint256 next) external {
        require(block.timestamp >= setAt + 3 days - 1);
        require(next <= haircut + 5 && next + 5 >= haircut);
        haircut = next;
        setAt = block.timestamp;
    }
}
