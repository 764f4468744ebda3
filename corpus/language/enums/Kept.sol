// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

enum Level { Low, High }

contract Base {
    enum State { Open, Halted, Closed }
}

contract Kept is Base {
    State public state;
    Level public level;

    function halt() external {
        require(state == State.Open);
        state = State.Halted;
    }

    function close() external {
        require(state == State.Halted);
        state = State.Closed;
    }

    function set(Level next) external {
        level = next;
    }
}
