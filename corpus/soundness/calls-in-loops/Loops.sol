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

/// An array whose length is beyond all bounds while code that nobody knows runs, and at no other time.
contract Long {
    uint256[] public list;
    bool public seen;

    function each(uint256[] calldata lengths) external {
        uint256 before = list.length;
        for (uint256 i = 0; i < lengths.length; i++) {
            resize(lengths[i]);
            (bool ok,) = msg.sender.call("");
            require(ok);
            look();
            resize(before);
        }
    }

    function undone(uint256 length) external {
        try this.once(length, msg.sender) {} catch (bytes memory reason) {
            if (reason.length == 64) seen = true;
        }
    }

    function once(uint256 length, address to) external {
        require(msg.sender == address(this));
        resize(length);
        (bool ok,) = to.call("");
        require(ok);
        if (list.length > 2 ** 70) {
            assembly {
                revert(0, 64)
            }
        }
        revert();
    }

    function look() public virtual {}

    function set(uint256 length) external {
        require(length < 5);
        resize(length);
    }

    function resize(uint256 length) internal {
        assembly {
            sstore(list.slot, length)
        }
    }
}

contract LongSeen is Long {
    function look() public override {
        if (list.length > 2 ** 70) seen = true;
    }
}

/// A round takes back what the step counted before the loop.
contract Takes {
    mapping(address => uint256) public count;
    mapping(address => bool) public less;

    function run(address other, address[] calldata who) external {
        require(count[other] < 1e30);
        uint256 before = count[msg.sender];
        require(before < 1e30);
        count[msg.sender] = before + 10;
        for (uint256 i = 0; i < who.length; i++) {
            count[msg.sender] = before;
            (bool ok,) = who[i].call("");
            require(ok);
            count[msg.sender] = before;
        }
        if (count[msg.sender] < before + 10) less[msg.sender] = true;
    }
}

/// An array of fixed length that changes only in calls that are undone, which others see nevertheless.
contract Fixed {
    uint256[3] public list = [1, 2, 3];
    bool public found;
    bool public seen;

    function undone(uint256 at) external {
        try this.once(at, msg.sender) {} catch (bytes memory reason) {
            if (reason.length == 64) seen = true;
        }
    }

    function once(uint256 at, address to) external {
        require(msg.sender == address(this));
        list[at] = 7;
        (bool ok,) = to.call("");
        require(ok);
        if (found) {
            assembly {
                revert(0, 64)
            }
        }
        revert();
    }

    function look(uint256 at) external {
        if (list[at] == 7) found = true;
    }
}
