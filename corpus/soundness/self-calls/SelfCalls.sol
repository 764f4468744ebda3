// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Owners propose any call, and whoever executes it sends it from here, to this contract as well.
contract Wallet {
    struct Proposal {
        address to;
        uint256 value;
        bytes data;
        uint256 confirmations;
        bool executed;
    }

    Proposal[] public proposals;
    mapping(address => bool) public isOwner;
    mapping(uint256 => mapping(address => bool)) public confirmed;
    uint256 public threshold = 2;
    uint256 public owners = 2;
    uint256 public executions;

    error OnlyOwner();
    error OnlySelf();

    constructor(address first, address second) {
        isOwner[first] = true;
        isOwner[second] = true;
    }

    receive() external payable {}

    modifier onlyOwner() {
        if (!isOwner[msg.sender]) revert OnlyOwner();
        _;
    }

    modifier onlySelf() {
        if (msg.sender != address(this)) revert OnlySelf();
        _;
    }

    function propose(address to, uint256 value, bytes memory data) external onlyOwner {
        proposals.push(Proposal(to, value, data, 0, false));
    }

    function confirm(uint256 id) external onlyOwner {
        require(!confirmed[id][msg.sender]);
        confirmed[id][msg.sender] = true;
        proposals[id].confirmations++;
    }

    function execute(uint256 id) external {
        Proposal storage p = proposals[id];
        require(!p.executed && p.confirmations >= threshold);
        p.executed = true;
        executions++;
        (bool ok,) = p.to.call{value: p.value}(p.data);
        require(ok);
    }

    function addOwner(address owner) external virtual onlySelf {
        require(!isOwner[owner]);
        isOwner[owner] = true;
        owners++;
    }

    function setThreshold(uint256 to) external virtual onlySelf {
        require(to >= 2 && to <= owners);
        threshold = to;
    }
}

/// The same, but what the contract may tell itself is not checked.
contract WalletUnchecked is Wallet {
    constructor(address first, address second) Wallet(first, second) {}

    function setThreshold(uint256 to) external override onlySelf {
        threshold = to;
    }
}

/// Several calls of this contract in one transaction, each with the sender and the ether of the transaction.
contract Batch {
    mapping(address => uint256) public credit;
    uint256 public total;
    uint256 public spent;

    function multicall(bytes[] calldata calls) external payable virtual {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool ok,) = address(this).delegatecall(calls[i]);
            require(ok);
        }
    }

    function pay() external payable virtual {
        credit[msg.sender] += msg.value;
        total += msg.value;
    }

    function spend(uint256 amount) external {
        credit[msg.sender] -= amount;
        total -= amount;
        spent += amount;
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok);
    }
}

/// The same, where what comes with several calls is not counted.
contract BatchUnpaid is Batch {
    function multicall(bytes[] calldata calls) external payable override {
        require(msg.value == 0);
        for (uint256 i = 0; i < calls.length; i++) {
            (bool ok,) = address(this).delegatecall(calls[i]);
            require(ok);
        }
    }
}

/// A lock that keeps the contract from calling its own counter.
contract Locked {
    bool public busy;
    uint256 public count;
    uint256 public calls;

    modifier once() {
        require(!busy);
        busy = true;
        _;
        busy = false;
    }

    function run(bytes calldata data) external once {
        calls++;
        (bool ok,) = address(this).call(data);
        ok;
    }

    function add() external virtual once {
        require(msg.sender == address(this));
        count++;
    }
}

contract LockedNot is Locked {
    function add() external override {
        require(msg.sender == address(this));
        count++;
    }
}

/// Two contracts that call each other with anything: the second one is the sender of what the first one is told.
contract Front {
    Back public back;
    uint256 public told;
    address public teller;

    function join(Back other) external {
        require(address(back) == address(0));
        back = other;
    }

    function pass(bytes calldata data) external {
        back.reply(data);
    }

    function tell(uint256 number) external {
        require(msg.sender == address(back));
        require(number < 10);
        told = number;
        teller = msg.sender;
    }
}

contract Back {
    Front public front;

    constructor(Front to) {
        front = to;
    }

    function reply(bytes calldata data) external {
        require(msg.sender == address(front));
        (bool ok,) = address(front).call(data);
        require(ok);
    }
}

/// Sends whatever it is told to whoever tells it.
contract Forwarder {
    function forward(bytes calldata data) external {
        (bool ok,) = msg.sender.call(data);
        require(ok);
    }
}

/// Lets its keeper set a number, and tells the keeper anything.
contract Kept {
    address public keeper;
    uint256 public number;

    constructor(address by) {
        keeper = by;
    }

    function tell(bytes calldata data) external {
        (bool ok,) = keeper.call(data);
        require(ok);
    }

    function set(uint256 to) external {
        require(msg.sender == keeper);
        number = to;
    }
}
