// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


/// The callee may be the contract itself.
contract Itself {
    uint256 public hit;

    function run(address t) external {
        IHook(t).hook();
    }

    function hook() external {
        require(msg.sender == address(this), "not itself");
        hit = 1;
    }
}

contract NotItself {
    uint256 public hit;

    function run(address t) external {
        require(t != address(this), "itself");
        IHook(t).hook();
    }

    function hook() external {
        require(msg.sender == address(this), "not itself");
        hit = 1;
    }
}
