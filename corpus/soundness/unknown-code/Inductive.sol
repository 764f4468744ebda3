// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;
}


/// The two are level whenever other code runs.
contract Level {
    uint256 public a;
    uint256 public b;
    uint256 public bad;

    function step(address t) external {
        a += 1;
        b += 1;
        IHook(t).hook();
    }

    function check() external {
        if (a != b) bad = 1;
    }
}

contract Lopsided {
    uint256 public a;
    uint256 public b;
    uint256 public bad;

    function step(address t) external {
        a += 1;
        IHook(t).hook();
        b += 1;
    }

    function check() external {
        if (a != b) bad = 1;
    }
}

/// The lemma fails only at a call that lies within another one.
contract LopsidedWithin {
    uint256 public mode;
    uint256 public a;
    uint256 public b;
    uint256 public bad;

    function outer(address t) external {
        require(mode == 0, "outer");
        mode = 1;
        IHook(t).hook();
        mode = 0;
    }

    function step(address t) external {
        require(mode == 1, "inner");
        a += 1;
        IHook(t).hook();
        b += 1;
    }

    function check() external {
        if (a != b) bad = 1;
    }
}

contract LevelWithin {
    uint256 public mode;
    uint256 public a;
    uint256 public b;
    uint256 public bad;

    function outer(address t) external {
        require(mode == 0, "outer");
        mode = 1;
        IHook(t).hook();
        mode = 0;
    }

    function step(address t) external {
        require(mode == 1, "inner");
        a += 1;
        b += 1;
        IHook(t).hook();
    }

    function check() external {
        if (a != b) bad = 1;
    }
}
