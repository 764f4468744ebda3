// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IHook {
    function hook() external;

    function allow() external returns (bool);

    function peek() external view returns (uint256);
}

contract Answers {
    uint256 public ignored;
    uint256 public required;
    uint256 public yes;
    uint256 public caught;
    uint256 public differs;

    function ignore(address t) external {
        bool b = IHook(t).allow();
        ignored += 1;
        if (b) yes += 1;
    }

    function swallow(address t) external {
        try IHook(t).hook() {}
        catch {
            caught = 1;
        }
    }

    function compare(address t) external {
        if (IHook(t).peek() != IHook(t).peek()) differs = 1;
    }
}

contract Requires {
    uint256 public asked;
    uint256 public yes;
    uint256 public caught;

    function ask(address t) external {
        bool b = IHook(t).allow();
        require(b, "no");
        asked += 1;
        if (b) yes += 1;
    }

    function hand(address t) external {
        caught = 1;
        IHook(t).hook();
        caught = 0;
    }
}
