// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


contract Late {
    bool public done;
    uint256 public n;

    function once(address t) external {
        require(!done, "done");
        IHook(t).hook();
        done = true;
        n += 1;
    }
}

contract Early {
    bool public done;
    uint256 public n;

    function once(address t) external {
        require(!done, "done");
        done = true;
        IHook(t).hook();
        n += 1;
    }
}
