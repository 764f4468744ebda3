// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


contract Counted {
    uint256 public paid;

    event Paid(uint256 x);

    function go(address t) external {
        IHook(t).hook();
        paid += 1;
        emit Paid(1);
    }
}

contract CountedLocked {
    bool private locked;
    uint256 public paid;

    event Paid(uint256 x);

    function go(address t) external {
        require(!locked, "entered");
        locked = true;
        IHook(t).hook();
        paid += 1;
        emit Paid(1);
        locked = false;
    }
}
