// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A token that pays several at once, by a product that wraps as it did with compilers of the time.
contract Broken {
    mapping(address => uint256) public balanceOf;
    uint256 public immutable totalSupply;

    constructor(uint256 supply) {
        totalSupply = supply;
        balanceOf[msg.sender] = supply;
    }

    function transfer(address[] calldata to, uint256 value) external {
        unchecked {
            uint256 total = to.length * value;
            require(to.length > 0 && to.length <= 4, "how many?");
            require(balanceOf[msg.sender] >= total, "not enough");
            balanceOf[msg.sender] -= total;
            for (uint256 i = 0; i < to.length; i++) {
                balanceOf[to[i]] += value;
            }
        }
    }
}

/// The same, and nobody gets more than there is.
contract Guarded {
    mapping(address => uint256) public balanceOf;
    uint256 public immutable totalSupply;

    constructor(uint256 supply) {
        totalSupply = supply;
        balanceOf[msg.sender] = supply;
    }

    function transfer(address[] calldata to, uint256 value) external {
        unchecked {
            require(value <= totalSupply, "more than there is");
            uint256 total = to.length * value;
            require(to.length > 0 && to.length <= 4, "how many?");
            require(balanceOf[msg.sender] >= total, "not enough");
            balanceOf[msg.sender] -= total;
            for (uint256 i = 0; i < to.length; i++) {
                balanceOf[to[i]] += value;
            }
        }
    }
}
