// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Debts that are paid in one round each. What is owed is forgotten before each payment.
contract Payroll {
    mapping(address => uint256) public owed;
    uint256 public total;
    uint256 public paid;
    uint256 public runs;
    bool public closed;
    address public owner;

    constructor() {
        owner = msg.sender;
    }

    function fund(address to) external payable {
        require(!closed);
        owed[to] += msg.value;
        total += msg.value;
    }

    function pay(address[] calldata who) external virtual {
        for (uint256 i = 0; i < who.length; i++) {
            uint256 amount = owed[who[i]];
            owed[who[i]] = 0;
            total -= amount;
            paid += amount;
            (bool ok,) = who[i].call{value: amount}("");
            require(ok);
        }
        runs++;
    }

    function close() external {
        require(msg.sender == owner);
        closed = true;
    }
}

/// What is owed is forgotten after each payment, so that whoever is paid can ask again.
contract PayrollLate is Payroll {
    function pay(address[] calldata who) external override {
        for (uint256 i = 0; i < who.length; i++) {
            uint256 amount = owed[who[i]];
            (bool ok,) = who[i].call{value: amount}("");
            require(ok);
            owed[who[i]] = 0;
            total -= amount;
            paid += amount;
        }
        runs++;
    }
}

/// The sum is corrected behind the loop: right between two steps, and wrong for those who are called in one.
contract PayrollBehind is Payroll {
    function pay(address[] calldata who) external override {
        uint256 all;
        for (uint256 i = 0; i < who.length; i++) {
            uint256 amount = owed[who[i]];
            owed[who[i]] = 0;
            all += amount;
            (bool ok,) = who[i].call{value: amount}("");
            require(ok);
        }
        total -= all;
        paid += all;
        runs++;
    }
}

/// A way to take back what was counted, open while somebody is paid.
contract PayrollUndone is Payroll {
    bool private paying;

    function pay(address[] calldata who) external override {
        paying = true;
        for (uint256 i = 0; i < who.length; i++) {
            uint256 amount = owed[who[i]];
            owed[who[i]] = 0;
            total -= amount;
            paid += amount;
            (bool ok,) = who[i].call{value: amount}("");
            require(ok);
        }
        paying = false;
        runs++;
    }

    function undo() external {
        require(paying);
        paid = 0;
    }
}

/// Hands what it has to a known contract, in equal parts.
contract Pot {
    uint256 public got;

    receive() external payable {
        got += msg.value;
    }
}

contract Feeder {
    Pot public immutable pot;
    uint256 public fed;

    constructor(Pot to) payable {
        pot = to;
    }

    function feed(uint256 rounds, uint256 part) external virtual {
        for (uint256 i = 0; i < rounds; i++) {
            fed += part;
            (bool ok,) = address(pot).call{value: part}("");
            require(ok);
        }
    }
}

contract FeederTwice is Feeder {
    constructor(Pot to) payable Feeder(to) {}

    function feed(uint256 rounds, uint256 part) external override {
        for (uint256 i = 0; i < rounds; i++) {
            fed += part;
            (bool ok,) = address(pot).call{value: 2 * part}("");
            require(ok);
        }
    }
}

/// Whoever was not done before is done for a part of the step only, and that part begins before the loop.
contract Passing {
    mapping(address => bool) public done;

    function run(address[] calldata who) external {
        bool fresh = !done[msg.sender];
        done[msg.sender] = true;
        for (uint256 i = 0; i < who.length; i++) {
            (bool ok,) = who[i].call("");
            require(ok);
            if (fresh) done[msg.sender] = false;
        }
    }
}
