// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A number that only grows, a switch that is turned on once, and records that are written once.
contract Steps {
    uint256 public top;
    bool public ended;
    uint256 public count;
    mapping(uint256 => uint256) public record;

    function raise(uint256 by) external {
        top += by;
    }

    function end() external {
        ended = true;
        tell();
    }

    function add(uint256 value) external {
        require(value > 0);
        record[++count] = value;
        tell();
    }

    /// Calls code that nobody knows, which may enter again.
    function tell() public {
        (bool ok,) = msg.sender.call("");
        require(ok);
    }
}

/// The same with ways back, which other code can take within a call.
contract StepsBack {
    uint256 public top;
    bool public ended;
    uint256 public count;
    mapping(uint256 => uint256) public record;
    bool private telling;

    function raise(uint256 by) external {
        top += by;
    }

    function end() external {
        ended = true;
        tell();
    }

    function add(uint256 value) external {
        require(value > 0);
        record[++count] = value;
        tell();
    }

    function back(uint256 number) external {
        require(telling);
        top = 0;
        ended = false;
        record[number] = 0;
    }

    function tell() public {
        telling = true;
        (bool ok,) = msg.sender.call("");
        require(ok);
        telling = false;
    }
}

/// What a relation says of a state within a call: the lock is taken there, and in no state between two steps.
contract Taken {
    uint256 public lock = 1;
    uint256 public x;

    function pay() external {
        require(lock == 1);
        lock = 2;
        (bool ok,) = msg.sender.call("");
        require(ok);
        lock = 1;
    }

    function poke() external {
        require(lock == 3);
        x = 1;
    }
}

/// One number apart: only within a call can x change.
contract TakenPoked {
    uint256 public lock = 1;
    uint256 public x;

    function pay() external {
        require(lock == 1);
        lock = 2;
        (bool ok,) = msg.sender.call("");
        require(ok);
        lock = 1;
    }

    function poke() external {
        require(lock == 2);
        x = 1;
    }
}

/// Cases that go through stages in one direction. The getter reverts for a number that is no stage.
contract Stages {
    enum Stage {
        None,
        Open,
        Done
    }

    mapping(uint256 => Stage) public stage;
    uint256 public count;

    function open() external {
        stage[++count] = Stage.Open;
    }

    function close(uint256 id) external {
        require(stage[id] == Stage.Open);
        stage[id] = Stage.Done;
        tell();
    }

    function tell() public {
        (bool ok,) = msg.sender.call("");
        require(ok);
    }

    function reopen(uint256 id) external virtual {
        require(stage[id] == Stage.Open);
        stage[id] = Stage.Open;
    }
}

/// One line different: what is done can be opened again.
contract StagesBack is Stages {
    function reopen(uint256 id) external override {
        require(stage[id] == Stage.Done);
        stage[id] = Stage.Open;
    }
}
